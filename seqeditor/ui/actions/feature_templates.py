"""Features kept under a name: saved from what is selected, applied to the selected residues."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QInputDialog, QMainWindow, QMenu

from seqeditor.app.feature_templates import (
    BOUND,
    BUILT_IN,
    Template,
    free_name,
    load_templates,
    placed,
    save_templates,
    template_of,
)
from seqeditor.texts import N_, _, fill
from seqeditor.ui.actions.action import Action, Menu
from seqeditor.ui.actions.group import ActionGroup
from seqeditor.ui.desk import Desk
from seqeditor.ui.dialogs.feature_templates import FeatureTemplatesDialog
from seqeditor.ui.features.clipboard import put_in

MOST_IN_MENU = 25


class FeatureTemplates(ActionGroup):
    """A menu of templates, saving one, and the dialog that keeps them."""

    menu = "feature"

    def __init__(self, desk: Desk, window: QMainWindow) -> None:
        super().__init__(desk, window)
        self.templates = Menu(window, N_("&Templates"))
        self.save = Action(
            window,
            N_("&Save as Template…"),
            self._save,
            tip=N_("Keep the selected features under a name, to use them on other sequences"),
        )
        self.manage = Action(
            window,
            N_("&Feature Templates…"),
            self._manage,
            tip=N_("Apply, rename, remove, export and import your templates of features"),
        )
        self.templates.aboutToShow.connect(self._fill_templates)
        desk.editor.menu_hooks.append(lambda menu, _band: self._add_to_menu(menu))
        self.refresh()

    def fill(self, menu: Menu) -> None:
        """Put the actions into their menu."""
        menu.add(self.save, self.templates)
        menu.aboutToShow.connect(self.refresh)

    def refresh(self) -> None:
        """Offer what can be done now, and nothing else."""
        features = self.desk.editor.features
        shown = self.desk.editor.sequence_id is not None and self.desk.editor.isVisible()
        self.save.setEnabled(shown and bool(features.selected_features()))
        self.manage.setEnabled(shown and features.is_writable)
        self.templates.setEnabled(shown and features.is_writable)

    def _add_to_menu(self, menu: QMenu) -> None:
        self.refresh()
        menu.addMenu(self.templates)

    def _fill_templates(self) -> None:
        self.templates.clear()
        moltype = self.desk.editor.features.sequence.moltype
        own = [(one, one.name) for one in load_templates()[:MOST_IN_MENU] if one.fits(moltype)]
        usual = [(one, _(one.name)) for one in BUILT_IN if one.fits(moltype)]
        for some in (own, usual):
            for template, name in some:
                action = self.templates.addAction(name.replace("&", "&&"))
                action.triggered.connect(
                    lambda _checked=False, one=template: self._apply(one, whole=False)
                )
            if some:
                self.templates.addSeparator()
        self.templates.addAction(self.manage)

    # Saving ------------------------------------------------------------------------------------

    def _save(self) -> None:
        features = self.desk.editor.features
        chosen = [features.sequence.features[row] for row in features.selected_features()]
        if not chosen:
            return
        made = template_of(chosen[0].key, features.sequence.moltype, chosen)
        dialog = QInputDialog(self.desk.widget)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setWindowTitle(_("Save as template"))
        left_out = [n for n in BOUND if any(f.value(n) is not None for f in chosen)]
        words = _("Name of the template:")
        if left_out:
            note = _("Not kept, because true of this sequence only: {names}.")
            words = f"{fill(note, {'names': ', '.join(left_out)})}\n{words}"
        dialog.setLabelText(words)
        dialog.setTextValue(free_name(_proposed(made), load_templates()))
        dialog.textValueSelected.connect(lambda name: self._keep(made, name))
        dialog.open()

    def _keep(self, made: Template, name: str) -> None:
        there = load_templates()
        name = free_name(" ".join(name.split()) or made.name, there)
        try:
            save_templates([*there, Template(name, made.molecule, made.features)])
        except OSError as error:
            self.desk.tell(_("Your templates cannot be written."), error)
            return
        self.desk.notice.show_words(
            lambda: fill(_("The template “{name}” was saved."), {"name": name})
        )

    # Applying ----------------------------------------------------------------------------------

    def _manage(self) -> None:
        moltype = self.desk.editor.features.sequence.moltype
        dialog = FeatureTemplatesDialog(self.desk.session, moltype, self.desk.widget)
        dialog.apply_wanted.connect(self._apply_and_close)
        dialog.show()

    def _apply_and_close(self, template: Template, whole: bool) -> None:
        dialog = self.sender()
        if isinstance(dialog, FeatureTemplatesDialog):
            dialog.accept()
        self._apply(template, whole=whole)

    def _apply(self, template: Template, *, whole: bool) -> None:
        features = self.desk.editor.features
        sequence = features.sequence
        if not features.is_writable or not sequence.length or not template.fits(sequence.moltype):
            return
        start, end = features.selected_residues
        if whole:
            start, end = 1, sequence.length
        elif end < start:
            start = end = max(1, min(start, sequence.length))
        made = placed(template, sequence, start, end)
        label = N_("Apply feature template")
        put_in(features, sequence, made, None, features.ask, (label, label))


def _proposed(template: Template) -> str:
    """Return a name that tells what the template holds."""
    first = template.features[0]
    told = next((q.value for q in first.qualifiers if q.value), "") or ""
    words = f"{first.key} {told}".strip()
    return words if len(words) <= 60 else f"{words[:59]}…"
