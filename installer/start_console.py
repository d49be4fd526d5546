"""The frozen console program."""

from __future__ import annotations

import sys

from seqeditor.__main__ import main

sys.exit(main())
