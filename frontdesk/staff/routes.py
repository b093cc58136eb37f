"""The routes of the staff side, for the app to take in."""

from fastapi import APIRouter

from frontdesk.staff import (
    account,
    api,
    case_page,
    case_work,
    conversation_forms,
    conversation_page,
    queue,
    referral_page,
    safeguarding,
    set_up,
    sign_in,
)

router = APIRouter()
for page in (
    sign_in,
    set_up,
    account,
    queue,
    referral_page,
    safeguarding,
    case_page,
    case_work,
    conversation_page,
    conversation_forms,
):
    router.include_router(page.router, include_in_schema=False)
router.include_router(api.router)
