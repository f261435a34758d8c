"""One try at one article: its record, its failure, or neither when it was the endpoint that failed."""

from __future__ import annotations

import asyncio
import time

from summarizer.errors import AnswerError, AuthError, EndpointError, ModelNotFoundError, SummarizerError
from summarizer.run.jobs import Job
from summarizer.run.limits import FLIGHT, Flight, Limits
from summarizer.run.stop import Stop
from summarizer.run.types import NotAttempted, Work
from summarizer.schema import ArticleRecord

MOST_OUTAGES = 2


class Attempts:
    """Makes attempts at articles, under their time limit; those under way can be dropped."""

    def __init__(self, work: Work, limits: Limits, stop: Stop, timeout: float | None) -> None:
        self._work = work
        self._limits = limits
        self._stop = stop
        self._timeout = timeout
        self._under_way: set[asyncio.Task[None]] = set()

    def drop(self) -> None:
        """Break off all that is under way."""
        for task in self._under_way:
            task.cancel()

    async def make(self, job: Job) -> tuple[ArticleRecord, bool] | None:
        """Return a record, and whether its failure is a passing one.

        None where the article deserves another turn; raises NotAttempted where it has to be left.
        """
        if self._stop.now:
            return None
        task = asyncio.current_task()
        assert task is not None
        flight = Flight(job.key, time.monotonic())
        token = FLIGHT.set(flight)
        self._under_way.add(task)
        error: SummarizerError
        try:
            async with asyncio.timeout(self._timeout) as flight.clock:
                return await self._work.do(job.article, job.page), False
        except asyncio.CancelledError:
            if not self._stop.now:
                raise
            return None
        except TimeoutError:
            error = EndpointError(f"no answer within the article's time limit of {self._timeout:g} s")
        except NotAttempted:
            raise
        except EndpointError as caught:
            if self._outage(job, flight):
                return None
            error = caught
        except (AuthError, ModelNotFoundError) as caught:
            self._stop.request("refused", str(caught))
            error = caught
        except SummarizerError as caught:
            error = caught
        except Exception as caught:  # noqa: BLE001 - one article's defect must not throw away the others' paid work
            error = SummarizerError(f"internal error, please report: {type(caught).__name__}: {caught}")
        finally:
            FLIGHT.reset(token)
            self._under_way.discard(task)
        return self._work.failed(job.article, job.page, error), _passing(error)

    def _outage(self, job: Job, flight: Flight) -> bool:
        """Tell whether an article failed because the endpoint did."""
        if self._limits.closed or self._limits.was_down_since(flight.started):
            return True
        job.outages += 1
        return job.outages <= MOST_OUTAGES and not self._limits.answered_since(flight.started)


def _passing(error: SummarizerError) -> bool:
    """Tell whether a failure is the endpoint's or the network's: the next run tries the article again."""
    if isinstance(error, AnswerError):
        return error.problem == "garbled"
    return isinstance(error, EndpointError | AuthError | ModelNotFoundError)
