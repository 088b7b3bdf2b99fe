"""Flow charts 办理流程图 drawn as SVG: cards below each other, wires at their sides, for a phone and for print."""

from yizheng.typeset.charts.drawing import Piece, balanced, pieces, svg

__all__ = ["Piece", "balanced", "pieces", "svg"]
