"""The pages that parents see. Every step works as a plain form post; a script makes it quicker."""

from fastapi import APIRouter

from frontdesk.pages import chat, information, leaving

router = APIRouter(include_in_schema=False)
for page in (chat, information, leaving):
    router.include_router(page.router)
