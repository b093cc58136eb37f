"""What people of a family, and those who work with it, are called; patterns for other modules."""

MUM = r"(?:mum|mummy|mam|mom|mother)"
DAD = r"(?:dad|daddy|father)"
PARENT = rf"(?:{MUM}|{DAD}|parents?)"
STEP_PARENT = rf"step[ -]?(?:{MUM}|{DAD}|parents?)"
NAN = r"(?:nan|nana|nanna|nanny|gran|granny|grandma|grandmother)"
GRANDAD = r"(?:grandad|granddad|grandpa|grandfather)"
GRANDPARENT = rf"(?:{NAN}|{GRANDAD}|grandparents?)"
AUNT = r"(?:aunt|auntie|aunty)"
IN_LAW = r"(?:mother|father|sister|brother|daughter|son)[- ]in[- ]law"
PARTNER = r"(?:wife|husband|hubby|partner|girlfriend|boyfriend|ex)"
CHILD = (
    r"(?:child|kid|son|daughter|boy|girl|lad|lass|grandson|granddaughter|grandchild|nephew|niece)"
)
JOB = (
    r"(?:senco|senca|sendco|teacher|headteacher|head|ta|tutor|social worker|officer|case ?worker|"
    r"advis[eo]r|advocate|support worker|worker|professional|solicitor|nurse|doctor|gp|therapist|"
    r"psychologist|volunteer|sendiass|practitioner|keyworker|health visitor)"
)
