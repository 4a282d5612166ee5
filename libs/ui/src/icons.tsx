import type { IconNode } from 'lucide';
import * as lucide from 'lucide';
import { createElement } from 'react';

interface IconProps {
  className?: string;
}

/** A drawing of lucide's (ISC) that goes with words: those who listen hear the words alone. */
const draw = (drawing: IconNode, { className }: IconProps) => (
  <svg viewBox="0 0 24 24" className={className ? `z-icon ${className}` : 'z-icon'} aria-hidden="true">
    {drawing.map(([shape, attributes], place) => createElement(shape, { key: place, ...attributes }))}
  </svg>
);

export const ArrowLeft = (props: IconProps) => draw(lucide.ArrowLeft, props);
export const ArrowRight = (props: IconProps) => draw(lucide.ArrowRight, props);
export const Check = (props: IconProps) => draw(lucide.Check, props);
export const ChevronDown = (props: IconProps) => draw(lucide.ChevronDown, props);
export const ChevronRight = (props: IconProps) => draw(lucide.ChevronRight, props);
export const CircleAlert = (props: IconProps) => draw(lucide.CircleAlert, props);
export const CircleCheck = (props: IconProps) => draw(lucide.CircleCheck, props);
export const CornerDownRight = (props: IconProps) => draw(lucide.CornerDownRight, props);
export const CornerLeftUp = (props: IconProps) => draw(lucide.CornerLeftUp, props);
export const Eye = (props: IconProps) => draw(lucide.Eye, props);
export const EyeOff = (props: IconProps) => draw(lucide.EyeOff, props);
export const Flag = (props: IconProps) => draw(lucide.Flag, props);
export const HandHeart = (props: IconProps) => draw(lucide.HandHeart, props);
export const House = (props: IconProps) => draw(lucide.House, props);
export const Info = (props: IconProps) => draw(lucide.Info, props);
export const Languages = (props: IconProps) => draw(lucide.Languages, props);
export const Lightbulb = (props: IconProps) => draw(lucide.Lightbulb, props);
export const ListFilter = (props: IconProps) => draw(lucide.ListFilter, props);
export const LogIn = (props: IconProps) => draw(lucide.LogIn, props);
export const MessageCircle = (props: IconProps) => draw(lucide.MessageCircle, props);
export const MessageSquareReply = (props: IconProps) => draw(lucide.MessageSquareReply, props);
export const PencilLine = (props: IconProps) => draw(lucide.PencilLine, props);
export const Printer = (props: IconProps) => draw(lucide.Printer, props);
export const Search = (props: IconProps) => draw(lucide.Search, props);
export const Settings = (props: IconProps) => draw(lucide.Settings, props);
export const ShieldCheck = (props: IconProps) => draw(lucide.ShieldCheck, props);
export const ThumbsUp = (props: IconProps) => draw(lucide.ThumbsUp, props);
export const Trash2 = (props: IconProps) => draw(lucide.Trash2, props);
export const TriangleAlert = (props: IconProps) => draw(lucide.TriangleAlert, props);
export const Undo2 = (props: IconProps) => draw(lucide.Undo2, props);
export const UserRound = (props: IconProps) => draw(lucide.UserRound, props);
export const Users = (props: IconProps) => draw(lucide.Users, props);
export const X = (props: IconProps) => draw(lucide.X, props);
