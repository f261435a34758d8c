"""What goes through a run: the work to do on an article, the events that a run tells, and the account at
its end.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import TYPE_CHECKING, Any, Literal, Protocol

from summarizer.errors import ModelError

if TYPE_CHECKING:
    from summarizer.errors import SummarizerError
    from summarizer.inputs.types import PageText
    from summarizer.schema import ArticleRecord
    from summarizer.splitter.page import Article

Status = Literal["done", "failed", "skipped"]
StopReason = Literal["interrupted", "endpoint", "refused", "budget", "error"]


class NotAttempted(ModelError):
    """Raised by work that has no way to ask now; the article is left for a later run."""


class Work(Protocol):
    """What is done with one article. `work.PipelineWork` is the real one; tests hand in their own."""

    @property
    def fingerprint(self) -> str:
        """All that a content key depends on besides the article; a page's keys are remembered under it."""
        ...

    def key(self, article: Article) -> str:
        """Return the content key of an article."""
        ...

    async def do(self, article: Article, page: PageText) -> ArticleRecord:
        """Return the record of an article; raises SummarizerError when there is none to be had."""
        ...

    def failed(self, article: Article, page: PageText, error: SummarizerError) -> ArticleRecord:
        """Return the record that says why an article failed, with the usage that `error` carries."""
        ...


@dataclass(frozen=True, slots=True)
class RecordReady:
    """One article has come to its end and is in the store. `json` is its record, one line without a newline.

    `position` counts the articles of the run in input order, from 0. `reused` records cost no call in this
    run.
    """

    position: int
    source: str
    page: int
    status: Literal["done", "failed"]
    reused: bool
    json: str
    passing: bool = False

    @property
    def record(self) -> ArticleRecord:
        """The record as an object; parsed anew on each access."""
        from summarizer.schema import ArticleRecord

        return ArticleRecord.model_validate_json(self.json)


@dataclass(frozen=True, slots=True)
class PageTold:
    """A page without articles to work on: it can't be read ("failed"), or was left out or holds none
    ("skipped").
    """

    source: str
    page: int
    status: Literal["failed", "skipped"]
    reason: str


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence for the user: the endpoint is down, a limit was met, a batch was sent."""

    code: Literal["down", "up", "wait", "slower", "stopping", "batch"]
    message: str


@dataclass(slots=True)
class Counts:
    """discovered = done + failed + skipped, once a run has ended."""

    discovered: int = 0
    done: int = 0
    failed: int = 0
    skipped: int = 0

    @property
    def open(self) -> int:
        """How many have not come to their end."""
        return self.discovered - self.done - self.failed - self.skipped

    def end(self, status: Status) -> None:
        """Count one that has come to its end."""
        setattr(self, status, getattr(self, status) + 1)


@dataclass(slots=True)
class Spent:
    """Tokens, requests and money of this run alone; failed attempts included, reused records not."""

    input_tokens: int = 0
    output_tokens: int = 0
    cached_tokens: int = 0
    requests: int = 0
    cost: float | None = None


@dataclass(frozen=True, slots=True)
class Progress:
    """Where a run stands. Rates are articles that cost work, per second, over the last minute."""

    pages: Counts
    articles: Counts
    reused: int
    in_flight: int
    findings: dict[str, int]
    spent: Spent
    seconds: float
    rate: float
    input_ended: bool
    projected_cost: float | None
    seconds_left: float | None


Event = RecordReady | PageTold | Notice | Progress
OnEvent = Callable[[Event], None]
Price = Callable[[int, int, int], float | None]
"""Cost of (input tokens, output tokens, cached input tokens), in the user's currency; None where no price
is known.
"""


@dataclass(frozen=True, slots=True)
class RunOptions:
    """How a run goes. `article_timeout` is in seconds of work, without the waits for the endpoint's limits.

    `max_tokens` and `max_cost` stop the run in order once it has spent so much; `price` tells what tokens
    cost. `total_pages` serves the estimates alone. `lease` is for how many seconds other processes wait for
    a sign of life of this one. `command` is kept for listings.
    """

    concurrency: int = 8
    ordered: bool = False
    retry_failed: bool = False
    article_timeout: float | None = None
    max_tokens: int | None = None
    max_cost: float | None = None
    price: Price | None = None
    total_pages: int | None = None
    lease: float = 60.0
    command: str = ""
    since: float | None = None


@dataclass(slots=True)
class RunSummary:
    """The account of a run; `as_dict()` is the content of `--summary out.json`.

    `stopped` says why a run ended before its input did (None: it didn't): "interrupted", "endpoint",
    "refused", "budget". `unread_pages` is None when the input's length is unknown. `reasons` counts failed
    and skipped articles and pages by their reason.
    """

    run_id: str
    store: str
    pages: Counts = field(default_factory=Counts)
    articles: Counts = field(default_factory=Counts)
    reused: int = 0
    findings: dict[str, int] = field(default_factory=dict)
    spent: Spent = field(default_factory=Spent)
    seconds: float = 0.0
    stopped: StopReason | None = None
    message: str | None = None
    input_ended: bool = False
    unread_pages: int | None = None
    reasons: dict[str, int] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return plain values, with the exit code."""
        return asdict(self) | {"exit_code": self.exit_code}

    @property
    def exit_code(self) -> int:
        """0 all done, 1 none done, 3 some failed or were not attempted, 130 interrupted."""
        if self.stopped == "interrupted":
            return 130
        lost = self.articles.failed + self.articles.skipped + self.pages.failed
        if not lost and self.stopped is None:
            return 0 if self.articles.done or not self.pages.discovered else 1
        return 3 if self.articles.done else 1
