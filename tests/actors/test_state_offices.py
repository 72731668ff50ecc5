import pytest

from legation.actors.load import cell, rows
from legation.actors.offices import find_offices
from legation.actors.register import register
from legation.actors.state_offices import comparable, is_sole, may_hold

RULED_OUT = [
    ("USA", "Prime Minister"),
    ("USA", "Deputy Prime Minister"),
    ("USA", "Minister of Foreign Affairs"),
    ("USA", "Defense Minister"),
    ("USA", "Minister"),
    ("USA", "Secretary-General"),
    ("KOR", "General Secretary"),
    ("FRA", "King"),
    ("JPN", "Chancellor"),
    ("JPN", "Secretary of State"),
    ("JPN", "Deputy Secretary of State"),
    ("GBR", "President"),
    ("GBR", "President of the Republic"),
    ("CHE", "Prime Minister"),
    ("MEX", "Prime Minister"),
    ("NLD", "Vice President"),
    ("NATO", "Prime Minister"),
    ("EU", "Foreign Secretary"),
]
HELD = [
    ("VNM", "General Secretary"),
    ("CHN", "General Secretary of the Central Committee"),
    ("CHN", "Vice Premier of the State Council"),
    ("VNM", "State President"),
    ("USA", "Secretary of Defense"),
    ("USA", "Senator"),
    ("USA", "Congresswoman"),
    ("USA", "President-elect"),
    ("IND", "External Affairs Minister"),
    ("IND", "Foreign Minister"),
    ("JPN", "Minister for Foreign Affairs"),
    ("GBR", "Foreign Secretary"),
    ("GBR", "Queen"),
    ("DEU", "Federal Chancellor"),
    ("IRL", "Taoiseach"),
    ("QAT", "Emir"),
    ("VAT", "Pope"),
    ("Palestinian Authority", "Prime Minister"),
    ("ISR", "former Prime Minister"),
    ("ESP", "President of the Government"),
    ("EU", "High Representative"),
]
OPEN = [
    ("USA", "Mayor"),
    ("USA", "Chancellor of the University"),
    ("USA", "Minister Counselor"),
    ("TUR", "Prime Minister"),
    ("VNM", "Senator"),
    ("RUS", "General Secretary"),
    ("CHN", "Prime Minister"),
    ("KOR", "Minister of Agriculture"),
    ("USA", "President of the Chamber of Commerce"),
    ("GBR", "Chancellor"),
    ("NATO", "Secretary General"),
    ("Soviet Union", "King"),
    ("Hamas", "Prime Minister"),
]


@pytest.mark.parametrize(("state", "office"), RULED_OUT)
def test_may_hold_is_false_where_a_state_surely_lacks_an_office(state: str, office: str) -> None:
    assert may_hold(state, office) is False


@pytest.mark.parametrize(("state", "office"), HELD)
def test_may_hold_is_true_where_a_state_has_an_office(state: str, office: str) -> None:
    assert may_hold(state, office) is True


@pytest.mark.parametrize(("state", "office"), OPEN)
def test_may_hold_stays_open_where_little_is_known(state: str, office: str) -> None:
    assert may_hold(state, office) is None


def test_is_sole_tells_top_offices_from_those_of_many() -> None:
    assert is_sole("JPN", "Prime Minister")
    assert not is_sole("JPN", "Deputy Prime Minister")
    assert not is_sole("USA", "Senator")


def test_comparable_brings_the_forms_of_a_title_together() -> None:
    forms = (
        "Foreign Minister",
        "Minister of Foreign Affairs",
        "Minister for Foreign Affairs",
        "Foreign Affairs Minister",
    )
    assert {comparable(form) for form in forms} == {"foreign minister"}


def test_table_has_every_state_of_the_register_once() -> None:
    listed = [row["state"] for row in rows("state_offices.csv")]
    states = {row["id"] for row in rows("states.csv") if row["kind"] == "state"}
    assert len(listed) == len(set(listed))
    assert states <= set(listed)
    assert all(state in register() for state in listed)


def test_table_never_says_that_a_state_lacks_what_it_has() -> None:
    for row in rows("state_offices.csv"):
        held = {
            comparable(t)
            for c in ("head_of_state", "head_of_government", "foreign", "defence")
            for t in cell(row[c])
        }
        assert held.isdisjoint(comparable(t) for t in cell(row["never"])), row["state"]


@pytest.mark.parametrize("column", ["head_of_state", "head_of_government", "foreign"])
def test_table_has_a_top_office_for_every_state(column: str) -> None:
    assert [row["state"] for row in rows("state_offices.csv") if not row[column]] == []


def test_offices_as_found_in_texts_are_understood() -> None:
    (office,) = find_offices("The Deputy Prime Minister spoke.")
    assert may_hold("USA", office.office) is False
