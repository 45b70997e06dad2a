"""The release itself: values, edits, session, undo. Knows nothing else of the program."""

from tilshi.release.approvals import Approval, Capacity, Override, Publication, State, Waiver
from tilshi.release.contact import ContactCard, Localised
from tilshi.release.edits import (
    Change,
    Compound,
    Edit,
    ReplaceBlocks,
    ReplaceSegment,
    ReplaceTarget,
    SetField,
    StaleEdit,
)
from tilshi.release.model import Block, Note, Release, Segment, Target, UnknownSegment
from tilshi.release.picture import Picture
from tilshi.release.roles import Role
from tilshi.release.session import Session
from tilshi.release.text import Mark, MarkKind, Text

__all__ = [
    "Approval",
    "Block",
    "Capacity",
    "Change",
    "Compound",
    "ContactCard",
    "Edit",
    "Localised",
    "Mark",
    "MarkKind",
    "Note",
    "Override",
    "Picture",
    "Publication",
    "Release",
    "ReplaceBlocks",
    "ReplaceSegment",
    "ReplaceTarget",
    "Role",
    "Segment",
    "Session",
    "SetField",
    "StaleEdit",
    "State",
    "Target",
    "Text",
    "UnknownSegment",
    "Waiver",
]
