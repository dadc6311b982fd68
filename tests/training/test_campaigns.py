"""Articles of long stories: much alike, weeks apart, and never about one happening."""

from __future__ import annotations

import json
from datetime import date, timedelta
from pathlib import Path

from training.event_coreference.campaigns import Campaign, read_campaigns
from training.prepare import HeldOut

START = date(2020, 3, 1)


def campaigns(folder: Path, days: list[int], category: str = "War") -> list[Campaign]:
    """What is made of a story that has an item of sixty words on each of these days."""
    items = [
        {
            "date": (START + timedelta(day)).isoformat(),
            "category": category,
            "story": "Siege of Tornby",
            "text": " ".join([f"day{day}"] * 60),
        }
        for day in days
    ]
    file = folder / "events.jsonl"
    file.write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
    return list(read_campaigns(file, HeldOut([])))


def test_items_of_some_days_are_an_article_and_the_next_begins_after_a_gap(tmp_path: Path) -> None:
    found = campaigns(tmp_path, [0, 1, 7, 8, 30, 31, 60, 61])
    assert [set(campaign.text.split()) for campaign in found] == [{"day0", "day1"}, {"day30", "day31"}, {"day60", "day61"}]


def test_short_stories_and_those_of_no_category_are_left_out(tmp_path: Path) -> None:
    assert campaigns(tmp_path, [0, 1, 2, 3, 11, 12, 13, 14]) == []
    assert campaigns(tmp_path, [0, 1, 7, 8, 30, 31, 60, 61], category="Uncategorized") == []
