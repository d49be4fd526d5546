from __future__ import annotations

import pytest

from seqeditor.vocabulary.features import feature_keys
from seqeditor.vocabulary.key_groups import key_groups


@pytest.mark.parametrize("moltype", ["DNA", "RNA", "AA"])
def test_every_key_is_in_one_group(moltype: str):
    placed = [key for group in key_groups(moltype) for key in group.keys]
    assert sorted(placed) == sorted(one.name for one in feature_keys(moltype))
    assert key_groups(moltype)[0].keys == ("source",)
