"""The groups of actions beyond the ordinary menus, in the order in which the menus show them."""

from __future__ import annotations

from seqeditor.ui.actions.client_actions import ClientActions
from seqeditor.ui.actions.coding import CodingActions
from seqeditor.ui.actions.colour_actions import ColourActions
from seqeditor.ui.actions.command_actions import CommandActions
from seqeditor.ui.actions.family_actions import FamilyActions
from seqeditor.ui.actions.feature_here import FeatureHere
from seqeditor.ui.actions.feature_templates import FeatureTemplates
from seqeditor.ui.actions.finding import Finding
from seqeditor.ui.actions.following import FollowingActions
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.actions.hard_cases import HardCases
from seqeditor.ui.actions.layout_actions import LayoutActions
from seqeditor.ui.actions.many import Many
from seqeditor.ui.actions.map_actions import MapActions
from seqeditor.ui.actions.modified_residues import ModifiedResidues
from seqeditor.ui.actions.navigation import Navigation
from seqeditor.ui.actions.notes import Notes
from seqeditor.ui.actions.ordering import Ordering
from seqeditor.ui.actions.organism_actions import OrganismActions
from seqeditor.ui.actions.report_actions import ReportActions
from seqeditor.ui.actions.residue_actions import ResidueActions
from seqeditor.ui.actions.residue_display import ResidueDisplay
from seqeditor.ui.actions.selecting import Selecting
from seqeditor.ui.actions.snapshot_actions import SnapshotActions
from seqeditor.ui.actions.split_view import SplitView

GROUPS: tuple[type[ActionGroup], ...] = (
    FeatureHere,
    FeatureTemplates,
    Finding,
    Selecting,
    Many,
    OrganismActions,
    ClientActions,
    FamilyActions,
    FollowingActions,
    CodingActions,
    ModifiedResidues,
    HardCases,
    Ordering,
    Notes,
    SnapshotActions,
    ReportActions,
    Navigation,
    SplitView,
    MapActions,
    ResidueActions,
    ResidueDisplay,
    ColourActions,
    LayoutActions,
    CommandActions,
)
