"""What changes the figures: files of the organs reported, taken back, and forgotten in time."""

from yizheng.statistics.commands.reports import forget_reported, report, take_back

__all__ = ["forget_reported", "report", "take_back"]
