"""What the law asks: the kinds of dispute, their routes, certificates and deadlines."""
