"""How the trained pipeline in ``kg/models`` is made; not part of the installed package."""
