"""The rules of scoring in plain words (SCORING 1 to 8), and what the report cannot say."""

RULES = (
    (
        "State",
        (
            "Met, s = 1; partly met, s = 0.5; not met, s = 0. Unanswered while a fact that decides it is not known. There is no credit for coming close. "
            "Not applicable leaves the sums; a show-stopper cannot be set not applicable."
        ),
    ),
    (
        "Weight",
        (
            "w = F x M. F is 3 for mandatory, 2 for recommended, 1 for good practice. M is 1.5 when a threat that raises the criterion is at level 3 "
            "in the mission, 1.25 at level 2, else 1."
        ),
    ),
    (
        "Domain and index",
        (
            "Low counts what is unanswered as not met, high as met. Coverage is the answered share of the weight. The index is the plain mean of the "
            "domains, so that a domain with many criteria does not drown the others."
        ),
    ),
    (
        "Domain bands",
        "By the low: D4 from 85 %, D3 from 70 %, D2 from 50 %, D1 below. A domain with a show-stopper not met is D1.",
    ),
    ("Rule 1", "Any show-stopper not met: R1 Not ready, whatever the score."),
    (
        "Rule 2",
        "Any show-stopper unanswered, a domain with coverage under 80 %, or overall coverage under 90 %: R0 Not determined, to be treated as not ready.",
    ),
    (
        "Rule 3",
        (
            "R4 Ready: every show-stopper met on evidence demonstrated or better; no mandatory criterion not met or unanswered; partly met at most 5 % of "
            "the mandatory weight, each with an accepted action; index low from 85 %, every domain from 70 %, coverage from 95 %. R3 Ready with conditions: "
            "index low from 70 %, every domain from 50 %, and an accepted action due before deployment on every mandatory criterion not met or unanswered "
            "and every show-stopper partly met. R2 Partly ready: index low from 50 %. R1 Not ready: below."
        ),
    ),
    (
        "Rule 4",
        (
            "Caps: a show-stopper partly met holds the band at R3 with an accepted action, at R2 without; the band is at most one step above the worst "
            "domain that holds a show-stopper; a screen is at most R3."
        ),
    ),
    (
        "Evidence",
        (
            "Declared, documented, demonstrated, verified. A criterion has the lowest grade among its answers. Over 12 months old drops a grade, over 24 "
            "two, unless still valid. Shown beside the score, never multiplied into it."
        ),
    ),
    (
        "Priority of a gap",
        (
            "P = S x (1 - s) x R x U. S: show-stopper 5, mandatory 4, recommended 2, good practice 1. R: 1, 2, 3 for M of 1, 1.25, 1.5. U: 3 when slack is "
            "negative, 2 under 60 days or unknown, else 1. Slack = days to deployment less lead time less 30 days of margin. P1 from 20, or a show-stopper "
            "not met or unanswered; P2 from 10; P3 from 4; P4 below."
        ),
    ),
    (
        "Forecasts",
        "Planned counts a gap as met when its action is accepted, due before deployment, and its slack is not negative. A forecast is never a result.",
    ),
    (
        "How firm",
        "The index and band are computed again with F of 1/1/1 and 5/2/1, and without the heaviest criterion.",
    ),
)

LIMITS = (
    "The result is a self-assessment: it says what was declared and shown, not what a visit would find.",
    "Requirements marked recalled or inferred were not read in the source: check them before relying on them. Figures marked ours are this project's.",
    "Lead times are planning values unless marked as stated by the provider. Threat levels are this project's own judgement.",
    "Links lead to rows as written. Filter freely; after sorting a table, links from other sheets lead to where a row was.",
)
