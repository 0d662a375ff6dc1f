/**
 * What a clearing house does with very many captures. Start at {@link
 * openset.bench.clearing.Captures}.
 */
package openset.bench.clearing;
