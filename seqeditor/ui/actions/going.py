"""Going from one place of the listing to another."""

from __future__ import annotations

from PySide6.QtCore import Qt

from seqeditor.ui.desk import Desk


def go_to_feature(desk: Desk, sequence_id: int, ref: int) -> bool:
    """Show a feature by its permanent address, among the residues too; False when it is gone."""
    if sequence_id not in desk.document.order or not desk.project.show_sequence(sequence_id):
        return False
    desk.visited.begin_jump()
    features = desk.editor.features
    for index, feature in enumerate(features.sequence.features):
        if feature.ref == ref:
            features.select_feature(index)
            features.tree.scrollTo(features.tree.currentIndex())
            features.tree.setFocus(Qt.FocusReason.OtherFocusReason)
            features.feature_activated.emit(index)
            return True
    return False
