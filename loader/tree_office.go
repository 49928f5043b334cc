package loader

// ofOrganization are offices of the United Nations itself.
var ofOrganization = compile(`^(?:Secretary-General|Deputy Secretary-General|Under-Secretary-General|` +
	`Assistant Secretary-General|Special Representative of the Secretary-General|United Nations High Commissioner)\b`)
