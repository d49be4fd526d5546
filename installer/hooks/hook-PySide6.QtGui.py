"""What PyInstaller takes along with QtGui: the plugins a window of ours uses, and no others.

Left out here, a plugin brings none of its libraries either: one of a desktop theme alone would
bring the whole of GTK from the machine that builds.
"""

from __future__ import annotations

from pathlib import PurePath

from PyInstaller.utils.hooks.qt import add_qt6_dependencies

KEPT_FOLDERS = {
    "platforminputcontexts",
    "styles",
    "wayland-decoration-client",
    "wayland-graphics-integration-client",
    "wayland-shell-integration",
}
KEPT = {
    "platforms": {"qcocoa", "qoffscreen", "qwayland", "qwindows", "qxcb"},
    "platformthemes": {"qxdgdesktopportal"},
    "imageformats": {"qico", "qicns", "qsvg"},
    "iconengines": {"qsvgicon"},
}


def is_wanted(source: str) -> bool:
    """Return whether a file is to be taken: all but the plugins that are not kept."""
    path = PurePath(source)
    if "plugins" not in path.parts:
        return True
    name = path.stem.removeprefix("lib")
    if "virtualkeyboard" in name:
        return False
    folder = path.parent.name
    return folder in KEPT_FOLDERS or name in KEPT.get(folder, ())


hiddenimports, _binaries, datas = add_qt6_dependencies(__file__)
binaries = [(source, target) for source, target in _binaries if is_wanted(source)]
