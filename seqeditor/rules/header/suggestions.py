"""Which code was probably meant: proposals for a person to confirm."""

from __future__ import annotations

from functools import cache

from seqeditor.vocabulary.languages import language, languages
from seqeditor.vocabulary.offices import office, offices


def _pairs(text: str) -> dict[str, str]:
    """Return the table written as `jp=ja cn=zh`."""
    return dict(pair.split("=", 1) for pair in text.split())


_LANGUAGES = _pairs(
    "jp=ja cn=zh kr=ko cz=cs dk=da gr=el ua=uk se=sv vn=vi"
    " eng=en deu=de ger=de fra=fr fre=fr spa=es ita=it por=pt rus=ru jpn=ja zho=zh chi=zh"
    " kor=ko ara=ar nld=nl dut=nl pol=pl swe=sv dan=da nor=no fin=fi tur=tr heb=he hun=hu"
    " ces=cs cze=cs ukr=uk ell=el gre=el"
)
_OFFICES = _pairs(
    "UK=GB UKIPO=GB USA=US USPTO=US PCT=IB WIPO=IB EPO=EP EPA=EP OEB=EP JPO=JP KIPO=KR"
    " CNIPA=CN SIPO=CN DPMA=DE GER=DE EAPO=EA"
)


def suggested_language(text: str) -> str:
    """Return the ISO 639-1 code that was probably meant, "" when nothing is probable."""
    word = text.strip().replace("_", "-").split("-")[0].lower()
    found = language(word)
    if found is not None and not found.withdrawn:
        return word
    if found is not None:
        return found.now
    return _LANGUAGES.get(word) or _language_names().get(text.strip().casefold(), "")


def suggested_office(text: str) -> str:
    """Return the ST.3 code that was probably meant, "" when nothing is probable."""
    word = text.strip().upper()
    if office(word) is not None:
        return word
    return _OFFICES.get(word) or _office_names().get(word.casefold(), "")


@cache
def _language_names() -> dict[str, str]:
    return {one.name.casefold(): one.code for one in languages()}


@cache
def _office_names() -> dict[str, str]:
    return {one.name.casefold(): one.code for one in offices()}
