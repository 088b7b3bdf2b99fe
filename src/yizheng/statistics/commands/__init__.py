"""What changes the figures: files of the organs reported, taken back, and forgotten in time."""

from yizheng.statistics.commands.reports import forget_reported, report, take_back
from yizheng.statistics.commands.trials import forget_trials, go_on_with

__all__ = ["forget_reported", "forget_trials", "go_on_with", "report", "take_back"]
