export { AppShell, accents, type Destination } from './app-shell';
export { Avatar } from './avatar';
export { Button, type ButtonProps, SupportButton } from './button';
export { Card } from './card';
export { Checkbox, CheckboxGroup, RadioGroup, Select } from './choice';
export { CommentFrame, Thread } from './comment-frame';
export { DataTable, DefinitionList } from './data';
export { Field, type FieldTexts } from './field';
export * from './icons';
export { BenchIllustration, DoneIllustration, SignpostIllustration } from './illustrations/places';
export { TownSquare } from './illustrations/square';
export { AnswerIllustration, SupportIllustration, WriteIllustration } from './illustrations/steps';
export {
  Cluster,
  Grid,
  Hero,
  InReach,
  Narrow,
  PageHead,
  Panel,
  PictureSteps,
  Section,
  Split,
  Stack,
} from './layout';
export { Link } from './link';
export { faviconSvg, LogoMark } from './logo';
export { Badge, Count, StateMark, Tag } from './marks';
export { Menu, MenuItem } from './menu';
export { EmptyState, ErrorSummary, LiveRegion, Notice } from './messages';
export { StatePath } from './state-path';
export { Diff, type DiffPart, Prose, UserText } from './text';
export { TextArea, TextInput } from './text-input';
export { Breadcrumb, FilterBar, Pagination, SortLinks, SubNavigation } from './wayfinding';
