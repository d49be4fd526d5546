"""What the user does to residues, carried to the document: asks before something is lost by it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial

from PySide6.QtCore import QObject, Signal

from seqeditor.app.document import Document
from seqeditor.domain.cleaning import Cleaned
from seqeditor.domain.edits.residues import Consequences, consequences, replace_residues
from seqeditor.domain.edits.reverse_complement import crossing, reverse_complemented
from seqeditor.domain.sequence import Feature, Sequence
from seqeditor.rules.finding import Level
from seqeditor.texts import N_, _, nN_, say
from seqeditor.ui.dialogs.message import Answer, Icon, Role, show_message
from seqeditor.ui.panels.notice import Notice
from seqeditor.ui.panels.pasting import cleaned, report
from seqeditor.ui.residues.view import ResidueView

TYPE_RESIDUES = N_("Type residues")
DELETE_RESIDUES = N_("Delete residues")
PASTE_RESIDUES = N_("Paste residues")
REVERSE_COMPLEMENT = N_("Reverse complement")

NAMED = 5
"""So many features are named in a message; the others are counted."""

LONG = 500_000
"""Characters pasted from which on they are cleaned beside the window."""

_SEVERAL = N_("What was copied holds {count} sequences. Only one can be pasted among the residues.")
_REFUSED = N_("“{letter}” is no residue symbol for molecule type {moltype}; it was left out.")
_LOST_FEATURES = nN_(
    "A feature lies wholly among these residues and goes with them: {features}.",
    "{count} features lie wholly among these residues and go with them: {features}.",
)
_LOST_QUALIFIERS = nN_(
    "A qualifier names only these residues and goes with them: {qualifiers}.",
    "{count} qualifiers name only these residues and go with them: {qualifiers}.",
)
_FEATURES_WENT = nN_(
    "A feature went with its residues: {features}. Undo brings it back.",
    "{count} features went with their residues: {features}. Undo brings them back.",
)
_QUALIFIERS_WENT = nN_(
    "A qualifier went with its residues: {qualifiers}. Undo brings it back.",
    "{count} qualifiers went with their residues: {qualifiers}. Undo brings them back.",
)
_OUT_OF_FRAME = nN_(
    "The reading frame changes: {features} gained or lost bases that are no whole codon.",
    "The reading frame of {count} features changes: {features} gained or lost bases that are"
    " no whole codon.",
)
_CROSSED = nN_(
    "A feature lies only partly among these residues: {features}.",
    "{count} features lie only partly among these residues: {features}.",
)

Apply = Callable[..., None]


class ResidueEdits(QObject):
    """Edits of the residues of the sequence with the id that `shown` tells.

    `apply(label, edit, target=...)` carries out an edit as one step when edits are taken.
    `sequences_pasted(text)`: several sequences were pasted where only one can go. `beside` runs
    long work beside the window (JobRunner.start); without it everything is done at once.
    """

    sequences_pasted = Signal(str)

    def __init__(
        self,
        view: ResidueView,
        notice: Notice,
        document: Document,
        shown: Callable[[], int | None],
        apply: Apply,
    ) -> None:
        super().__init__(view)
        self._view = view
        self._notice = notice
        self._document = document
        self._shown = shown
        self._apply = apply
        self.beside: Callable[..., object] | None = None
        self.is_typing = False
        """Whether an edit by a single key is being carried out: the next one may follow at once."""
        view.edit_requested.connect(self.edit)
        view.paste_requested.connect(self.paste)
        view.refused.connect(self._refuse)

    def _sequence(self) -> Sequence | None:
        shown = self._shown()
        return None if shown is None else self._document.sequence(shown)

    def _state(self) -> tuple[int | None, object]:
        """Return what must be the same when something asked for earlier is carried out."""
        return self._shown(), self._document.undo_step()

    # Typing, deleting, pasting -----------------------------------------------------------------

    def edit(self, start: int, removed: int, inserted: str) -> None:
        """Replace residues by what was typed; what is lost by more than one key is asked about."""
        self._notice.clear()
        label = TYPE_RESIDUES if inserted else DELETE_RESIDUES
        self._replace(label, start, removed, inserted, target=f"residues:{self._shown()}")

    def paste(self, start: int, removed: int, text: str) -> None:
        """Replace residues by what a text holds, and say what was cleaned."""
        moltype, asked_of = self._view.moltype, self._state()
        if asked_of[0] is None:
            return
        if len(text) <= LONG or self.beside is None:
            self._put(cleaned(text, moltype), start, removed, text)
            return

        def put(found: tuple[Cleaned, ...]) -> None:
            if self._state() == asked_of:
                self._put(found, start, removed, text)

        self.beside(lambda _job: cleaned(text, moltype), on_done=put, holds_document=True)

    def _put(self, found: tuple[Cleaned, ...], start: int, removed: int, text: str) -> None:
        if not found or not (len(found) > 1 or found[0].letters):
            self._notice.show_words(lambda: _("What was copied has no residues."))
        elif len(found) > 1:
            self._notice.show_words(
                lambda: say(_SEVERAL, {"count": len(found)}),
                buttons={N_("Add them as sequences"): lambda: self._pass_on(text)},
            )
        else:
            one = found[0]
            self._notice.clear()

            def tell() -> None:
                if not self._notice.text and report(one):
                    level = Level.WARNING if one.foreign else Level.INFO
                    self._notice.show_words(partial(report, one), level=level)

            self._replace(PASTE_RESIDUES, start, removed, one.letters, target="", then=tell)

    def _pass_on(self, text: str) -> None:
        self._notice.clear()
        self.sequences_pasted.emit(text)

    def _refuse(self, letter: str) -> None:
        moltype = self._view.moltype
        self._notice.show_words(lambda: say(_REFUSED, {"letter": letter, "moltype": moltype}))

    def _replace(
        self,
        label: str,
        start: int,
        removed: int,
        inserted: str,
        *,
        target: str,
        then: Callable[[], object] = lambda: None,
    ) -> None:
        sequence = self._sequence()
        if sequence is None or not self._document.is_editable:
            return
        told = consequences(sequence, start, removed, len(inserted))
        edit = partial(replace_residues, start=start, removed=removed, inserted=inserted)

        def carry_out(*, asked: bool) -> None:
            by_key = removed + len(inserted) <= 2  # letter by letter a frame is broken all the time
            self._view.expect(start, removed, len(inserted))
            self.is_typing = by_key
            try:
                self._apply(label, edit, target="" if asked else target)
            finally:
                self.is_typing = False
            self._view.arrive()
            self._tell(told, lost=not asked, frame=not by_key)
            then()

        if removed > 1 and told.loses_something:
            answer = N_("&Replace") if inserted else N_("&Delete")
            act = partial(carry_out, asked=True)
            self._ask(_(label), _lost_words(told), "", answer, act)
        else:
            carry_out(asked=False)

    def _tell(self, told: Consequences, *, lost: bool, frame: bool) -> None:
        """Tell beside the work what an edit has taken away or disturbed, with a way back."""
        if lost and told.loses_something:
            words = partial(_went_words, told)
        elif frame and told.out_of_frame:
            words = partial(_named_features, _OUT_OF_FRAME, told.out_of_frame)
        else:
            return
        step = self._document.undo_step()

        def take_back() -> None:
            self._notice.clear()
            if self._document.is_editable and self._document.undo_step() == step:
                self._document.undo()

        self._notice.show_words(words, level=Level.WARNING, buttons={N_("&Undo"): take_back})

    # The other strand --------------------------------------------------------------------------

    def reverse_complement(self) -> None:
        """Turn the selection round, or the whole sequence where nothing is selected."""
        sequence = self._sequence()
        if sequence is None or not sequence.is_nucleotide or not sequence.length:
            return
        selection = self._view.selection
        whole = selection.is_empty
        start, end = (1, sequence.length) if whole else (selection.start, selection.end)

        def carry_out() -> None:
            self._notice.clear()
            self._apply(REVERSE_COMPLEMENT, partial(reverse_complemented, start=start, end=end))
            if not whole:
                self._view.select(start, end)

        crossed = crossing(sequence, start, end)
        if not crossed:
            carry_out()
            return
        details = _(
            "Their locations stay as they are written, and will name other residues than now."
            " Features wholly within follow."
        )
        words = _named_features(_CROSSED, crossed)
        answer = N_("&Reverse all the same")
        self._ask(_(REVERSE_COMPLEMENT), words, details, answer, carry_out)

    def _ask(
        self,
        title: str,
        words: str,
        details: str,
        answer: str,
        act: Callable[[], object],
    ) -> None:
        asked_of = self._state()

        def confirmed() -> None:
            # The question may have stood a while.
            if self._state() == asked_of:
                act()

        show_message(
            self._view.window(),
            title,
            words,
            details=details,
            icon=Icon.Question,
            answers=(
                Answer(answer, confirmed, is_default=True),
                Answer(N_("&Cancel"), role=Role.RejectRole),
            ),
        )


def _shortened(named: Iterable[str], count: int) -> str:
    return ", ".join(named) + (" …" if count > NAMED else "")


def _named_features(wording: tuple[str, str], features: tuple[Feature, ...]) -> str:
    count = len(features)
    named = _shortened((f"{one.key} {one.location}" for one in features[:NAMED]), count)
    parameters = {"count": count, "features": named}
    return say(wording[0], parameters, plural=wording[1], count=count)


def _lost_words(told: Consequences) -> str:
    return _words(told, _LOST_FEATURES, _LOST_QUALIFIERS)


def _went_words(told: Consequences) -> str:
    return _words(told, _FEATURES_WENT, _QUALIFIERS_WENT)


def _words(told: Consequences, features: tuple[str, str], qualifiers: tuple[str, str]) -> str:
    said: list[str] = []
    if told.features:
        said.append(_named_features(features, told.features))
    if told.qualifiers:
        count = len(told.qualifiers)
        named = _shortened(
            (f"{one.name} {one.value}" for _feature, one in told.qualifiers[:NAMED]), count
        )
        parameters = {"count": count, "qualifiers": named}
        said.append(say(qualifiers[0], parameters, plural=qualifiers[1], count=count))
    return " ".join(said)
