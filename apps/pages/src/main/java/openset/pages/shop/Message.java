package openset.pages.shop;

import openset.pages.Link;
import openset.pages.Words;

/**
 * One thing to say, and a way on.
 *
 * @param sign {@code lost}, {@code empty} or {@code wait}: what is drawn above it
 */
record Message(Words title, Words more, Link on, String sign) {}
