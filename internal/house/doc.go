// Package house holds no code: its tests keep the rules of the house. They read the sources of the
// whole module and fail on an import that points outwards, a file that grew too long, a missing
// comment, or a call that belongs to the command alone.
package house
