from __future__ import annotations

import re
from pathlib import Path

import pytest

from frontdesk.colours import DARK_GROUND, LIGHT_GROUND, measure_contrast
from frontdesk.settings import FrontDeskSettings
from store.settings import SettingsError, load_settings

CSS = Path(__file__).resolve().parents[3] / "frontdesk/pages/assets/colours.css"
GROUNDS = ("--ground", "--card", "--ours")


def schemes() -> list[dict[str, str]]:
    """The colours of the light scheme, then those of the dark one."""
    blocks = re.findall(r":root \{(.*?)\}", CSS.read_text("utf-8"), re.S)
    found = [dict(re.findall(r"(--[\w-]+): (#[0-9a-f]{6});", block)) for block in blocks]
    return [colours for colours in found if "--ink" in colours][:2]


def test_contrast_is_that_of_wcag() -> None:
    assert measure_contrast("#000000", "#ffffff") == 21
    assert round(measure_contrast("#767676", "#FFFFFF"), 2) == 4.54


@pytest.mark.parametrize("number", [0, 1], ids=["light", "dark"])
def test_text_of_every_kind_can_be_read_on_every_ground(number: int) -> None:
    colours = schemes()[number]
    for ground in GROUNDS:
        for text in ("--ink", "--quiet", "--wrong", "--strong"):
            assert measure_contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for edge in ("--line", "--ring"):
            assert measure_contrast(colours[edge], colours[ground]) >= 3, (edge, ground)
    assert measure_contrast(colours["--on-strong"], colours["--strong"]) >= 4.5


def test_focus_is_seen_on_a_filled_button_too() -> None:
    for colours in schemes():
        assert measure_contrast(colours["--ring"], colours["--halo"]) >= 3


def test_grounds_that_a_colour_is_checked_against_are_the_hardest_ones() -> None:
    light, dark = schemes()
    assert LIGHT_GROUND in light.values() and DARK_GROUND in dark.values()
    assert measure_contrast(LIGHT_GROUND, "#000000") == min(
        measure_contrast(light[ground], "#000000") for ground in ("--ground", "--card")
    )
    assert measure_contrast(DARK_GROUND, "#ffffff") == min(
        measure_contrast(dark[ground], "#ffffff") for ground in GROUNDS
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("INTAKE_COLOUR", "blue"),
        ("INTAKE_COLOUR", "#fff"),
        ("INTAKE_COLOUR", "#ffcc00"),
        ("INTAKE_COLOUR_DARK", "#14506b"),
        ("INTAKE_COLOUR_DARK", "red;}"),
    ],
)
def test_colour_that_cannot_be_read_is_refused_by_name(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(name, value)
    with pytest.raises(SettingsError, match=f"^{name}: "):
        load_settings(FrontDeskSettings)
