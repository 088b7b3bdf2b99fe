"""What may be done to permits and the licence: every command passes the one door; the reactions follow in the act."""

from yizheng.licences.commands.acts import act_on_permit
from yizheng.licences.commands.asking import ask_change, ask_renewal
from yizheng.licences.commands.handing import hand_out
from yizheng.licences.commands.lapses import settle_permits_of
from yizheng.licences.commands.letters import acknowledge, alarm, tell, tell_finding, tell_grant
from yizheng.licences.commands.making import make_permit
from yizheng.licences.commands.reminders import remind, remind_of_version
from yizheng.licences.commands.versions import follow_permits

__all__ = [
    "acknowledge",
    "act_on_permit",
    "alarm",
    "ask_change",
    "ask_renewal",
    "follow_permits",
    "hand_out",
    "make_permit",
    "remind",
    "remind_of_version",
    "settle_permits_of",
    "tell",
    "tell_finding",
    "tell_grant",
]
