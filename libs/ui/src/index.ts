export { type Accent, AppShell, type AppShellProps, accents, type Destination } from './app-shell';
export { Avatar } from './avatar';
export { Button, type ButtonProps, SupportButton, type SupportButtonProps } from './button';
export { Card, type CardProps } from './card';
export {
  Checkbox,
  CheckboxGroup,
  type CheckboxGroupProps,
  type CheckboxProps,
  type Option,
  RadioGroup,
  type RadioGroupProps,
  Select,
  type SelectProps,
} from './choice';
export {
  CommentFrame,
  type CommentFrameProps,
  OfficialAnswer,
  type OfficialAnswerProps,
  Thread,
} from './comment-frame';
export {
  type Column,
  DataTable,
  type DataTableProps,
  DefinitionList,
  type DefinitionListProps,
  ProgressBar,
  type ProgressBarProps,
} from './data';
export { Field, type FieldProps, type FieldTexts, type Wiring } from './field';
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
  type PageHeadProps,
  Panel,
  PictureSteps,
  Section,
  type SectionProps,
  Split,
  type SplitProps,
  Stack,
} from './layout';
export { Link, type LinkProps, LinkProvider } from './link';
export { appIconSvg, faviconSvg, LogoMark, themeColour } from './logo';
export { Badge, Count, type MarkShape, StateMark, Tag, type TagProps, type Tone } from './marks';
export { Menu, MenuItem, type MenuProps } from './menu';
export {
  EmptyState,
  type EmptyStateProps,
  ErrorSummary,
  type ErrorSummaryProps,
  LiveRegion,
  type LiveRegionProps,
  Notice,
  type NoticeProps,
  SkipLink,
  VisuallyHidden,
} from './messages';
export { Skeleton, type SkeletonProps } from './skeleton';
export { type PathStep, StatePath, type StatePathProps } from './state-path';
export {
  Diff,
  type DiffPart,
  type DiffProps,
  Prose,
  type ProseProps,
  Time,
  UserText,
  type UserTextProps,
} from './text';
export { TextArea, type TextAreaProps, TextInput, type TextInputProps } from './text-input';
export {
  Breadcrumb,
  type BreadcrumbProps,
  FilterBar,
  type FilterBarProps,
  Pagination,
  type PaginationProps,
  SortLinks,
  type SortLinksProps,
  SubNavigation,
  type SubNavigationProps,
} from './wayfinding';
