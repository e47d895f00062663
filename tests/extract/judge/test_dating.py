"""Which time expression dates an event."""

from collections.abc import Callable, Sequence

import pytest

from sayso.model import Event


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        ("Kenya attacked Uganda on Monday.", "2025-12-04", ("2025-12-01", "relative")),
        ("Kenya attacked Uganda on 12 March 2024.", "2025-12-04", ("2024-03-12", "stated")),
        ("Kenya attacked Uganda on 12 March 2024.", None, ("2024-03-12", "stated")),
        ("Kenya attacked Uganda.", "2025-12-04", ("2025-12-04", "published")),
        # what may come lies ahead, what may have been behind
        ("Kenya could attack Uganda on Monday.", "2025-12-04", ("2025-12-08", "relative")),
        ("Kenya may have attacked Uganda on Monday.", "2025-12-04", ("2025-12-01", "relative")),
        ("Kenya could attack Uganda in October.", "2025-12-04", ("2026-10-01", "stated")),
        ("Kenya could attack Uganda on 12 October.", "2025-12-04", ("2026-10-12", "stated")),
        ("Kenya could attack Uganda in January.", "2025-12-04", ("2026-01-01", "stated")),
        ("Kenya may have attacked Uganda in October.", "2025-12-04", ("2025-10-01", "stated")),
        ("Kenya was to attack Uganda in October.", "2025-12-04", ("2025-10-01", "stated")),
        ("Kenya had planned to attack Uganda in October.", "2025-12-04", ("2025-10-01", "stated")),
        ("Kenya attacked Uganda in October.", "2025-12-04", ("2025-10-01", "stated")),
        # a present perfect has no day of another clause
        ("Kenya has attacked Uganda, and Togo bought wheat on Monday.", "2025-12-04", ("2025-12-04", "published")),
        # the saying's day is not the act's
        ("The minister said on Monday that Kenya attacked Uganda on Sunday.", "2025-12-04", ("2025-11-30", "relative")),
        ("On Sunday the Kenyan army attacked Uganda.", "2025-12-04", ("2025-11-30", "relative")),
    ],
)
def test_what_dates_an_event(only: Callable[..., Event], text: str, published: str | None, expected: tuple[str, str]) -> None:
    time = only(text, "ASSAULT", published).time
    assert time is not None
    assert (time.start, time.basis) == expected


@pytest.mark.model
def test_what_has_occurred_is_not_dated_ahead(only: Callable[..., Event]) -> None:
    time = only("Peru asked Chile to hold a vote next Tuesday.", "REQUEST").time
    assert time is not None
    assert time.basis == "published"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Kenya attacked Uganda.", None),
        ("Kenya may attack Uganda.", "2025-12-04"),
        ("Kenya decided on 3 May to attack Uganda.", "2025-12-04"),
    ],
)
def test_what_is_not_dated(only: Callable[..., Event], text: str, published: str | None) -> None:
    assert only(text, "ASSAULT", published).time is None


@pytest.mark.model
def test_what_has_happened_lies_behind(only: Callable[..., Event]) -> None:
    time = only("Kenya attacked Uganda on 3 May.", "ASSAULT").time
    assert time is not None
    assert time.start == "2025-05-03"


@pytest.mark.model
@pytest.mark.parametrize(
    ("text", "kind", "day"),
    [
        # clauses of one scene
        ("Kenyan ministers meeting in Nairobi on Sunday condemned Uganda.", "ACCUSE", "2025-11-30"),
        ("On Sunday Kenyan students marched before police arrested them.", "COERCE", "2025-11-30"),
        ("On Sunday Kenyan students were killed when Ugandan troops shelled their school.", "ASSAULT", "2025-11-30"),
        # what is reckoned from the day of the sentence
        ("Kenya condemned Uganda on Tuesday, two days after Ugandan troops shelled a village.", "ASSAULT", "2025-11-30"),
        ("Kenya condemned Uganda on Tuesday, two days after Ugandan troops shelled a village.", "ACCUSE", "2025-12-02"),
        ("Kenya closed the border on Tuesday, a day after a Ugandan attack on a Kenyan village.", "ASSAULT", "2025-12-01"),
        ("Kenya recalled its envoy six years ago, when Ugandan troops shelled a village.", "ASSAULT", "2019-01-01"),
        # what is condemned now happened before
        ("Kenya condemns the shelling of a village on 9 November by Ugandan troops.", "ACCUSE", "2025-12-04"),
        ("Kenya condemned Uganda on 9 November.", "ACCUSE", "2025-11-09"),
        # a clause with "where" goes on with the one above
        ("Kenya's president flew to Kampala on Monday, where he condemned Ugandan troops.", "ACCUSE", "2025-12-01"),
        # a date of long ago that opens a sentence is that of all it tells
        ("In June 2013 Kenyan senators, in a meeting with the president, spoke of arming rebels.", "CONSULT", "2013-06-01"),
        # and a day that heads an entry is that of all it tells, in any tense
        ("August 6: A Kenyan envoy hints that Nairobi is accusing Uganda of piracy.", "ACCUSE", "2025-08-06"),
        ("September 2015 – Kenya says that Ugandan troops are shelling a village.", "ASSAULT", "2015-09-01"),
        # what is told as past lies behind
        ("On 1 January Kenya attacked Uganda.", "ASSAULT", "2025-01-01"),
        # what belongs to a noun dates nothing else
        ("Kenya condemned Uganda over the flood of 3 May.", "ACCUSE", "2025-12-04"),
        ("Monday's air strike killed two Kenyan soldiers.", "ASSAULT", "2025-12-01"),
        # a day on what a deed is told to be part of, or to have begun with
        ("Kenya joined Chad on Tuesday in expelling the Ugandan ambassador.", "SANCTION", "2025-12-02"),
        ("Kenya killed 40 Ugandan soldiers in four days of fighting that began on 3 May.", "ASSAULT", "2025-05-03"),
        ("The Kenyan attack, which took place on 30 October, killed nine Ugandans.", "ASSAULT", "2025-10-30"),
        ("The Kenyan general who took power on 3 May attacked Uganda.", "ASSAULT", "2025-12-04"),
        ("Kenyan ministers met Ugandan officials on the sidelines of a summit on Monday.", "CONSULT", "2025-12-01"),
        ("Kenya gave in to growing Ugandan pressure on Sunday.", "CONCEDE", "2025-11-30"),
        ("Kenya revived its pact of 2001 with Uganda.", "COOPERATE", "2025-12-04"),
        # what was decided on a day lies after it, what goes on now began before
        ("Kenyan students marched last week and are calling on Uganda to go.", "REQUEST", "2025-12-04"),
        ("Ugandan soldiers took Gulu on Sunday after Kenyan gangs had killed ten inmates overnight.", "ASSAULT", "2025-11-29"),
        # not an end, and ahead
        ("Kenyan ships patrolled the Ugandan border all through May.", "MOBILIZE", "2025-05-01"),
        ("Kenya called for Friday a summit with Uganda.", "CONSULT", "2025-12-05"),
        # in what somebody says or does it, and what came of a clause of its own
        ("Kenya's president, in an address broadcast on Tuesday, condemned Uganda.", "ACCUSE", "2025-12-02"),
        ("The Ugandan minister, who flew to Nairobi on Monday, met his Kenyan counterpart.", "CONSULT", "2025-12-01"),
        ("Uganda blames Kenya for Monday's massacre in Gulu, where gunmen killed nine Ugandans.", "ASSAULT", "2025-12-01"),
        ("Kenya condemned Uganda on Tuesday, less than a day after Uganda and Chad had signed a pact.", "SUPPORT", "2025-12-01"),
        # all words of an act, and the more exact of two times
        ("Kenyan gangs kept shut the port of Mombasa from March to May.", "COERCE", "2025-03-01"),
        ("A month ago, on 5 November, Kenyan rockets struck a Ugandan bus.", "ASSAULT", "2025-11-05"),
        ("Kenya's president meets Ugandan officials in Gulu tomorrow.", "CONSULT", "2025-12-05"),
        ("Kenyan troops stormed a Ugandan tower in the early hours of Sunday.", "ASSAULT", "2025-11-30"),
        # how long nothing was so, another figure's time, and what a thing is called
        ("Kenyan troops carried out the biggest raid on Uganda since May.", "ASSAULT", "2025-12-04"),
        ("Kenyan police arrested 40 Ugandans on Monday, down from 60 a week before.", "COERCE", "2025-12-01"),
        ("A Kenyan court sentenced ten Ugandans over the 2022 coup attempt.", "SANCTION", "2025-12-04"),
        ("Kenya, the biggest donor last year, expelled a Ugandan diplomat.", "SANCTION", "2025-12-04"),
        ("A Ugandan has been charged by Kenya over the attacks in Gulu two years ago.", "ACCUSE", "2025-12-04"),
        # what is spoken of, and what others are counted from
        ("Kenya condemned the killing of ten Ugandans in May.", "ACCUSE", "2025-12-04"),
        ("Kenya condemned the killing of ten Ugandans in May.", "ASSAULT", "2025-05-01"),
        ("More than 300 Ugandans have been killed by Kenyan troops since the coup in October.", "ASSAULT", "2025-12-04"),
        # what a deed does when it is done, what goes on meanwhile, and what came hours before
        ("A Kenyan drone strike killed a Ugandan colonel in late May.", "ASSAULT", "2025-05-01"),
        ("Speaking in Gulu in May, Kenya's president urged Uganda to disarm.", "REQUEST", "2025-05-01"),
        ("Kenyan rockets killed 55 Ugandans and wounded 156 in the past 24 hours.", "ASSAULT", "2025-12-03"),
        ("Kenya recalled its envoy on Monday, hours after Ugandan troops stormed its embassy.", "ASSAULT", "2025-12-01"),
        ("Kenya announced naval drills with Uganda from Saturday to Monday.", "COOPERATE", "2025-12-06"),
        ("Kenya struck back on Monday, a week after Ugandan jets bombed Nairobi.", "ASSAULT", "2025-11-24"),
        ("Kenya expelled a Ugandan diplomat and shut its airports from Saturday.", "SANCTION", "2025-12-04"),
        ("Kenya has offered to host talks with Uganda before Christmas.", "AGREE", "2025-12-04"),  # which are then, and not the offer
        ("Kenya's president was freed in 2014 after an attack on Uganda.", "ASSAULT", "2014-01-01"),  # in that year, for all we know
        # vague words are no day
        ("Kenya attacked the former Ugandan president.", "ASSAULT", "2025-12-04"),
        ("Kenya has repeatedly attacked Uganda in the past 48 hours.", "ASSAULT", "2025-12-02"),
        # planned for a weekday: the coming one, or today
        ("Kenyan ministers will meet Ugandan officials on Monday.", "CONSULT", "2025-12-08"),
        ("Kenyan ministers will meet Ugandan officials on Thursday.", "CONSULT", "2025-12-04"),
        # who says that he does it does it then, and what ends it comes before the day is over
        ("On Monday Kenya's president said he was willing to meet the Ugandan rebels.", "AGREE", "2025-12-01"),
        ("Kenya's president said on Monday that he welcomed Uganda's ruling.", "SUPPORT", "2025-12-01"),
        ("Ugandan gunmen killed a Kenyan judge on Monday before being shot by Kenyan police.", "ASSAULT", "2025-12-01"),
    ],
)
def test_the_day_of_an_event(code: Callable[..., Sequence[Event]], text: str, kind: str, day: str) -> None:
    times = [event.time for event in code(text) if event.type == kind]
    assert day in [time.start for time in times if time]


@pytest.mark.model
def test_a_range_is_covered_from_its_first_day_to_its_last(only: Callable[..., Event]) -> None:
    time = only("Kenya attacked Uganda from 3 to 5 May 2024.", "ASSAULT").time
    assert time is not None
    assert (time.start, time.end) == ("2024-05-03", "2024-05-05")
