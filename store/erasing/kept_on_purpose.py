"""The tables that no eraser touches, and why."""

KEPT_ON_PURPOSE = {
    "suppressed_numbers": "a keyed hash of each number that asked for no more texts, and nothing "
    "else about it: forgetting it would break the promise not to text that number again",
    "staff": "colleagues, not parents: ./intake staff disable ends an account, and the audit "
    "trail has to be able to name who did what",
    "staff_sessions": "where a colleague is signed in; old ones go with the next sign-in",
    "staff_recovery_codes": "a colleague's hashed codes; they go when used or made anew",
    "staff_passkeys": "the public half of colleagues' passkeys; they go when removed or reset",
    "sign_in_challenges": "what a colleague's browser has to bring back within ten minutes",
    "sign_in_tries": "counts of tries to sign in, by a keyed hash; gone after a quarter of an hour",
    "saved_views": "colleagues' filters of the queue, under names that they gave; each deletes its "
    "own",
    "queue_habits": "how a colleague likes the queue: the first page, keyboard shortcuts",
    "rota_shifts": "when colleagues are on duty; a manager changes it",
    "rota_changes": "when colleagues are away or cover; a manager changes it",
    "rota_last_resort": "which colleagues are told where nobody else has looked",
    "digests": "which colleagues were told what waits; gone after a month",
    "digests_refused": "which colleagues want no digest; they change it themselves",
    "api_tokens": "what programs read referrals with: a name for each and a hash",
}
