"""The pages that parents see. Every step works as a plain form post; a script makes it quicker."""

from fastapi import APIRouter, Depends

from frontdesk.callers import refuse_other_websites
from frontdesk.pages import (
    chat,
    embedding,
    information,
    leaving,
    receipt,
    resume,
    review,
    saving,
    theme,
)
from frontdesk.pages.locking import Unlocked

# What shows or takes something of a conversation is closed where the browser was left alone.
PERSONAL = (chat, receipt, review, saving)
OPEN = (embedding, information, leaving, theme)

FROM_OUR_PAGES = Depends(refuse_other_websites)

router = APIRouter(include_in_schema=False)
for page in PERSONAL:
    router.include_router(page.router, dependencies=[FROM_OUR_PAGES, Unlocked])
for page in OPEN:
    router.include_router(page.router, dependencies=[FROM_OUR_PAGES])
# /resume answers another website with a question rather than a refusal, so each route there asks.
router.include_router(resume.router)
