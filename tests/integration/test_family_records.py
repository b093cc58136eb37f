"""What a family that asks gets to see: everything that erasing would delete, in the clear."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from cli.__main__ import main
from frontdesk.settings import FrontDeskSettings
from store.database import Database
from store.erasing.erasers import TABLE_ERASERS
from store.erasing.family_records import read_family_records
from store.handling.merging import merge_cases
from store.tables import AuditEntry
from tests.integration.colleagues import database_of
from tests.integration.families import add_family
from tests.integration.rasa_stand_in import RasaStandIn
from tests.integration.referred_family import OTHER, refer_family
from tests.integration.test_staff_case_work import case_of


def test_records_hold_a_row_for_each_thing_that_erasing_deletes(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        family = add_family(session, now, is_in_danger=True, channel="sms")
        add_family(session, now, is_in_danger=True, channel="sms")
    with database.reading() as session:
        records = read_family_records(session, family)
        assert set(records) == {eraser.identifier for eraser in TABLE_ERASERS}
    assert [name for name, rows in records.items() if not rows] == []
    assert "My daughter is Zoë" in str(records["messages"])
    assert not any(
        name.endswith(("_hash", "_index"))
        for rows in records.values()
        for row in rows
        for name in row
    )


def test_colleague_writes_all_that_is_kept_into_a_file_once(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    rasa: RasaStandIn,
    now: datetime,
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = FrontDeskSettings(env="test", var=tmp_path / "var")
    monkeypatch.setenv("INTAKE_ENV", "test")
    monkeypatch.setenv("INTAKE_VAR", str(tmp_path / "var"))
    monkeypatch.setenv("INTAKE_RASA_URL", "http://127.0.0.1:1")
    with database_of(settings) as kept:
        main(["referrals", "list"])
        reference, other = refer_family(kept), refer_family(kept)
        case = case_of(kept, reference)
        with kept.writing() as session:
            merge_cases(session, case_of(kept, other), into=case, reason="one", by=1, now=now)
        assert main(["export", reference, "--to", "family.txt"]) == 1
        assert "Rasa server has to be running" in capsys.readouterr().err
        monkeypatch.setenv("INTAKE_RASA_URL", rasa.url)
        rasa.trackers[case] = {"slots": {"asking": "child_age"}}
        assert main(["export", reference, "--to", "family.txt"]) == 0
        said = Path("family.txt").read_text("utf-8")
        assert OTHER in said and "Zoë" in said and "make sure who asks" in said
        assert "child_age" in said, "what Rasa keeps"
        assert "merged in noted" in said, "who did what with it"
        assert other in said, "the other case of the family"
        assert Path("family.txt").stat().st_mode & 0o077 == 0
        assert main(["export", reference, "--to", "family.txt"]) == 1
        assert main(["export", "AAAA-AAAA"]) == 1
        with kept.reading() as session:
            assert session.query(AuditEntry).filter_by(action="family records exported").count()
    assert "Zoë" not in capsys.readouterr().out
