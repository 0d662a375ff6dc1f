/**
 * The text with which a shop or an authority wakes a wallet ({@code spec/initiation.md}). It is a
 * hint and proves nothing: what matters is checked again under signatures.
 *
 * <p>Start reading at {@link openset.set.initiation.InitiationText}, which reads and writes it.
 */
package openset.set.initiation;
