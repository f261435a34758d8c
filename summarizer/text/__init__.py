"""The normalised view of a text: folding, joining of wrapped lines, and the way back to the raw characters."""

from summarizer.text.fold import CJK, fold
from summarizer.text.view import Piece, View, unwrap
from summarizer.text.wrap import LINE, ROW, Joint, joint, stray_blanks

__all__ = ["CJK", "LINE", "ROW", "Joint", "Piece", "View", "fold", "joint", "stray_blanks", "unwrap"]
