"""The flow chart 办理流程图, drawn from the table of transitions and the catalogue, never by hand (seed 三(一), S-037).

``chart`` says what a chart is made of, ``inside`` makes the one of those who work with it, ``outside`` the one of those
who apply. Where each part stands on the sheet is worked out by ``typeset/charts``.
"""

from yizheng.law.flow.chart import Card, Chart, Row, Wire
from yizheng.law.flow.inside import by_whom, inside
from yizheng.law.flow.outside import outside, steps

__all__ = ["Card", "Chart", "Row", "Wire", "by_whom", "inside", "outside", "steps"]
