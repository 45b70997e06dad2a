"""The release itself: values, edits, session, undo. Knows nothing else of the program."""

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
from tilshi.release.model import Block, Note, Release, Segment, State, Target, UnknownSegment
from tilshi.release.roles import Role
from tilshi.release.session import Session
from tilshi.release.text import Mark, MarkKind, Text

__all__ = [
    "Block",
    "Change",
    "Compound",
    "ContactCard",
    "Edit",
    "Localised",
    "Mark",
    "MarkKind",
    "Note",
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
]
