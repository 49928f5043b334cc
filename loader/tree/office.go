package tree

import "mandategraph/loader/scan"

// OfOrganization are offices of the United Nations itself.
var OfOrganization = scan.Compile(`^(?:Secretary-General|Deputy Secretary-General|Under-Secretary-General|` +
	`Assistant Secretary-General|Special Representative of the Secretary-General|United Nations High Commissioner)\b`)
