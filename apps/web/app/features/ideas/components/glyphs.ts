import { HandHeart, MessageCircle } from 'lucide-react';
import { glyphSheet } from '../../../shared/glyphs';

export const { Sheet: IdeaGlyphs, Glyph } = glyphSheet('ideas', {
  supports: HandHeart,
  comments: MessageCircle,
});
