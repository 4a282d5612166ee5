import { Flag, MessageSquareReply, PencilLine, ShieldCheck, ThumbsUp, Trash2 } from 'lucide-react';
import { glyphSheet } from '../../../shared/glyphs';

export const { Sheet: CommentGlyphs, Glyph } = glyphSheet('comments', {
  like: ThumbsUp,
  answer: MessageSquareReply,
  edit: PencilLine,
  delete: Trash2,
  report: Flag,
  moderate: ShieldCheck,
});
