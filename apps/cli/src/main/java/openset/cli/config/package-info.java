/**
 * What a participant is told in its configuration file: one JSON object, unknown fields refused.
 *
 * <p>Secrets are never in it: only where they are read from ({@link
 * openset.cli.config.SecretSource}). Start reading at {@link openset.cli.config.ConfigFile}.
 */
package openset.cli.config;
