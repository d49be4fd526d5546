"""The user's templates of features: to apply, rename, take out, give on and take in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from seqeditor.app.feature_templates import (
    BUILT_IN,
    Template,
    export_templates,
    free_name,
    import_templates,
    load_templates,
    save_templates,
)
from seqeditor.app.own_lists import OwnListError
from seqeditor.texts import _, fill
from seqeditor.ui.dialogs.dialog import Dialog
from seqeditor.ui.dialogs.files import ask_for_file, ask_where_to_save
from seqeditor.ui.dialogs.message import Icon, show_message
from seqeditor.ui.session import Session

PURPOSE = "feature-templates"

MOST_SHOWN = 12
MOST_LETTERS = 40


class FeatureTemplatesDialog(Dialog):
    """A list with what each template holds; every change is kept at once.

    `apply_wanted(template, whole)`: to the selected residues, or to the whole sequence.
    """

    apply_wanted = Signal(object, bool)
    changed = Signal()

    def __init__(self, session: Session, moltype: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Feature templates"))
        self._session = session
        self._moltype = moltype
        self._own = load_templates()
        self._shown: list[Template] = []
        label = QLabel(_("&Templates:"))
        self.list = QListWidget()
        label.setBuddy(self.list)
        self.holds = QLabel()
        self.holds.setWordWrap(True)
        self.holds.setTextFormat(Qt.TextFormat.PlainText)
        self.holds.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.holds.setMinimumWidth(240)
        self.here = QPushButton(_("Apply to the &selection"))
        self.whole = QPushButton(_("Apply to the &whole sequence"))
        self.rename = QPushButton(_("Re&name"))
        self.remove = QPushButton(_("&Remove"))
        self.take_in = QPushButton(_("&Import…"))
        self.export = QPushButton(_("&Export…"))
        self._lay_out(label)
        self._connect()
        self._fill(0)
        self.resize(680, 400)

    def _lay_out(self, label: QLabel) -> None:
        middle = QHBoxLayout()
        middle.setSpacing(12)
        middle.addWidget(self.list, 1)
        middle.addWidget(self.holds, 1)
        acts, files = QHBoxLayout(), QHBoxLayout()
        for button in (self.here, self.whole):
            acts.addWidget(button)
        acts.addStretch(1)
        for button in (self.rename, self.remove, self.take_in, self.export):
            files.addWidget(button)
        files.addStretch(1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        files.addWidget(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(12)
        column.addWidget(label)
        column.addLayout(middle, 1)
        column.addLayout(acts)
        column.addLayout(files)
        for button in self.findChildren(QPushButton):
            button.setAutoDefault(False)
        self.here.setDefault(True)

    def _connect(self) -> None:
        acts: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (self.here, lambda: self._apply(whole=False)),
            (self.whole, lambda: self._apply(whole=True)),
            (self.rename, self._begin_renaming),
            (self.remove, self._remove),
            (self.take_in, self._import),
            (self.export, self._export),
        )
        for button, act in acts:
            button.clicked.connect(lambda _checked=False, act=act: act())
        self.list.currentRowChanged.connect(lambda _row: self._refresh())
        self.list.itemChanged.connect(self._renamed)
        delete = QShortcut(QKeySequence(QKeySequence.StandardKey.Delete), self.list)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._remove)

    # Contents ----------------------------------------------------------------------------------

    @property
    def current(self) -> Template | None:
        """The template chosen."""
        row = self.list.currentRow()
        return self._shown[row] if 0 <= row < len(self._shown) else None

    def _fill(self, row: int) -> None:
        self.list.blockSignals(True)  # filling renames nothing
        self.list.clear()
        self._shown = [*self._own, *BUILT_IN]
        for place, one in enumerate(self._shown):
            own = place < len(self._own)
            item = QListWidgetItem(one.name if own else _(one.name))
            if own:
                item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(max(0, min(row, len(self._shown) - 1)))
        self._refresh()

    def _refresh(self) -> None:
        one = self.current
        own = self.list.currentRow() < len(self._own)
        fits = one is not None and one.fits(self._moltype)
        self.here.setEnabled(fits)
        self.whole.setEnabled(fits)
        for button in (self.rename, self.remove):
            button.setEnabled(one is not None and own)
        self.export.setEnabled(bool(self._own))
        self.holds.setText("" if one is None else self._words(one, fits=fits))

    def _words(self, one: Template, *, fits: bool) -> str:
        lines: list[str] = []
        for feature in one.features:
            lines.append(f"\u2066{feature.key}  {feature.location}\u2069")
            lines += [
                f"\u2066    {q.name}  {(q.value or '')[:MOST_LETTERS]}\u2069"
                for q in feature.qualifiers
            ]
        shown = lines[:MOST_SHOWN] + (["…"] if len(lines) > MOST_SHOWN else [])
        if not fits:
            words = _("Not for this sequence: the template is for {molecule}.")
            shown += ["", fill(words, {"molecule": one.molecule})]
        return "\n".join(shown)

    def _apply(self, *, whole: bool) -> None:
        if self.current is not None:
            self.apply_wanted.emit(self.current, whole)

    # Changes -----------------------------------------------------------------------------------

    def _keep(self, row: int) -> None:
        try:
            save_templates(self._own)
        except OSError as error:
            self._tell(_("Your templates cannot be written."), str(error))
            self._own = load_templates()
        self._fill(row)
        self.changed.emit()

    def _begin_renaming(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.list.setFocus()
            self.list.editItem(item)

    def _renamed(self, item: QListWidgetItem) -> None:
        row, name = self.list.row(item), " ".join(item.text().split())
        if not 0 <= row < len(self._own):
            return
        others = [one for place, one in enumerate(self._own) if place != row]
        if name:
            self._own[row] = replace(self._own[row], name=free_name(name, others))
        self._keep(row)

    def _remove(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._own):
            del self._own[row]
            self._keep(row)

    def _import(self) -> None:
        file = ask_for_file(
            self, self._session, PURPOSE, _("Import templates"), [_("Feature templates (*.json)")]
        )
        if file is None:
            return
        try:
            self._own = import_templates(file, self._own)
        except OwnListError:
            words = _("{file} holds no feature templates of this program.")
            self._tell(fill(words, {"file": file.name}), "")
        except OSError as error:
            self._tell(fill(_("{file} cannot be read."), {"file": file.name}), str(error))
        else:
            self._keep(len(self._own) - 1)

    def _export(self) -> None:
        file = ask_where_to_save(
            self,
            self._session,
            PURPOSE,
            _("Export templates"),
            Path("feature-templates.json"),
            [_("Feature templates (*.json)")],
        )
        if file is None:
            return
        try:
            export_templates(file, self._own)
        except OSError as error:
            self._tell(fill(_("{file} cannot be written."), {"file": file.name}), str(error))

    def _tell(self, text: str, details: str) -> None:
        show_message(self, _("Feature templates"), text, details=details, icon=Icon.Warning)
