package openset.conduct;

import openset.crypto.Vault;

/**
 * A party's ways to the outside, and the vault under whose key its states and its requests to hosts
 * lie at rest.
 */
public record Doors(Peers peers, Hosts hosts, Vault vault) {}
