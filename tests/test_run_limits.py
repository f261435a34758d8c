"""The gate: stated rates kept, Retry-After obeyed, a pause when the endpoint is down."""

from __future__ import annotations

import asyncio
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer.errors import EndpointError
from summarizer.model.gate import Outcome
from summarizer.run.breaker import Breaker
from summarizer.run.limits import FLIGHT, Flight, Limits
from summarizer.run.pace import Adaptive, Pace, reset_after

GOOD = Outcome(200, input_tokens=80, output_tokens=20)


async def requests(limits, count, seconds=0.0, outcome=GOOD, at_once=50):
    """Send requests as the client does; return when each went."""
    went: list[float] = []
    room = asyncio.Semaphore(at_once)

    async def one():
        async with room:
            await limits.acquire(100)
            went.append(time.monotonic())
            await asyncio.sleep(seconds)
            limits.observe(outcome)

    await asyncio.gather(*(one() for _ in range(count)))
    return went


def most_in(times, seconds):
    return max(sum(1 for t in times if start <= t < start + seconds) for start in times)


def test_requests_keep_the_stated_rate_and_use_it():
    went = asyncio.run(requests(Limits(requests_per_minute=6000), 60))
    took = went[-1] - went[0]
    assert 0.8 * 100 * took <= 59 <= 100 * (took + 0.25) + 1


def test_tokens_keep_the_stated_rate_though_estimates_are_twice_too_high():
    async def play():
        limits = Limits(tokens_per_minute=600_000)  # 100 requests a second of 100 tokens
        outcome = Outcome(200, input_tokens=40, output_tokens=10)
        return await requests(limits, 200, 0.01, outcome)

    went = asyncio.run(play())[20:]
    tokens_a_second = 50 * (len(went) - 1) / (went[-1] - went[0])
    assert 0.8 * 10_000 <= tokens_a_second <= 10_000 * 1.2


def test_retry_after_holds_every_request():
    async def play():
        limits = Limits()
        await limits.acquire(1)
        limits.observe(Outcome(429, retry_after=0.3))
        asked = time.monotonic()
        return asked, await requests(limits, 20)

    asked, went = asyncio.run(play())
    assert min(went) >= asked + 0.299


def test_429_lowers_the_number_at_once_and_good_answers_raise_it_again():
    adaptive = Adaptive(30)
    assert adaptive.too_many(1.0, 0.1, 30)
    assert adaptive.limit == 20
    assert not adaptive.too_many(1.05, 0.1, 20)  # sent before the cut: no news
    for _ in range(400):
        adaptive.good()
    assert adaptive.limit == 30


def test_an_adaptive_limit_never_falls_below_one():
    adaptive = Adaptive(2)
    for second in range(20):
        adaptive.too_many(float(second), 0.1, 2)
    assert adaptive.limit == 1


def test_the_limit_falls_below_what_was_in_flight_and_not_below_what_might_have_been():
    adaptive = Adaptive(1000)
    adaptive.too_many(1.0, 0.1, 9)
    assert adaptive.limit == 6


def test_notices_tell_waits_as_people_say_them():
    async def play():
        limits, told = Limits(), []
        limits.attach(lambda notice: told.append(notice.message), lambda message: None)
        await limits.acquire(1)
        limits.observe(Outcome(503, retry_after=600))
        limits._not_before = 0.0
        await limits.acquire(1)
        limits.observe(Outcome(429, retry_after=99999999))
        return told

    assert asyncio.run(play()) == [
        "the endpoint asks for a pause: no request for 10 min",
        "rate limit met: at most 1 request at once for now",
        "rate limit met: no request for 60 min, though it asks for 1,157 days",
    ]


def test_no_more_requests_are_in_flight_than_allowed():
    async def play():
        limits = Limits(at_once=3)
        most = 0

        async def one():
            nonlocal most
            await limits.acquire(1)
            most = max(most, limits.in_flight)
            await asyncio.sleep(0.001)
            limits.observe(GOOD)

        await asyncio.gather(*(one() for _ in range(30)))
        return most

    assert asyncio.run(play()) == 3


def test_a_pace_makes_up_for_no_more_than_a_moment_of_lateness():
    pace = Pace(60 / 0.97)  # one a second
    pace.take(1, 0.0)
    assert pace.wait(0.5) == pytest.approx(0.5)
    pace.take(1, 100.0)
    assert pace.wait(100.0) == pytest.approx(0.75)


@settings(max_examples=8, deadline=None)
@given(st.lists(st.floats(0, 0.4), min_size=150, max_size=150))
def test_no_window_of_a_server_overflows_however_late_we_are(lateness):
    pace, now, went = Pace(600), 0.0, []
    for late in lateness:
        now += pace.wait(now) + late / 4
        pace.take(1, now)
        went.append(now)
    for window in (10.0, 60.0):
        assert most_in(went, window) <= 10 * window


def breaker(**more):
    return Breaker(**({"give_up_after": 100, "give_up_unseen": 10, "first_probe": 1} | more))


def test_failures_of_two_articles_open_the_breaker_and_an_answer_closes_it():
    b = breaker()
    assert [b.judge(t, 503, "ab"[t % 2]) for t in range(5)] == [None] * 4 + ["opened"]
    assert b.wait(4.5) == pytest.approx(0.5)
    assert b.wait(5) == 0
    b.sent(5)
    assert b.wait(5) == float("inf")  # one probe at a time
    assert b.judge(6, None, "a") is None
    assert b.wait(6) == 2  # twice the pause
    b.sent(8)
    assert b.judge(8, 200, "b") == "closed"
    assert b.wait(8) == 0
    assert b.lasted == 4


def test_one_poisonous_article_does_not_open_the_breaker():
    b = breaker()
    assert not any(b.judge(t, 500, "a") for t in range(30))


def test_an_answer_between_failures_keeps_the_breaker_closed():
    b = breaker()
    assert not any(b.judge(t, 200 if t % 4 == 3 else 500, str(t)) for t in range(100))


@pytest.mark.parametrize(("answered", "limit"), [(False, 10), (True, 100)])
def test_an_endpoint_is_given_up_sooner_when_it_never_answered(answered, limit):
    b = breaker()
    if answered:
        b.judge(0, 200, "z")
    for t in range(5):
        b.judge(0, None, str(t))
    moment = 0.0
    while True:
        moment += b.wait(moment)
        b.sent(moment)
        if b.judge(moment, None, "x") == "given up":
            break
    assert limit <= moment < limit + 60


def test_a_closed_gate_raises():
    async def play():
        limits = Limits()
        limits.close()
        await limits.acquire(1)

    with pytest.raises(EndpointError, match="not sent"):
        asyncio.run(play())


def test_waiting_for_the_gate_does_not_count_against_an_articles_time():
    async def play():
        limits = Limits()
        await limits.acquire(1)
        limits.observe(Outcome(429, retry_after=0.3))
        async with asyncio.timeout(0.1) as clock:
            FLIGHT.set(Flight("a", time.monotonic(), clock))
            await limits.acquire(1)
            limits.observe(GOOD)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1) as clock:
                FLIGHT.set(Flight("a", time.monotonic(), clock))
                await limits.acquire(1)
                await asyncio.sleep(1)

    asyncio.run(play())


def test_headers_that_say_a_limit_is_used_up_are_heeded():
    used_up = {"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "1m2.5s"}
    assert reset_after(used_up) == 62.5
    assert reset_after(
        {"x-ratelimit-remaining-tokens": "0", "x-ratelimit-reset-tokens": "120ms"}
    ) == pytest.approx(0.12)
    assert reset_after({"x-ratelimit-remaining-requests": "7", "x-ratelimit-reset-requests": "9s"}) is None
    assert reset_after({"x-ratelimit-remaining-requests": "0", "x-ratelimit-reset-requests": "nan"}) == 0
