/**
 * The sample district: a made-up district that shows exactly the figures of a real survey,
 * generated from a fixed seed, loaded through the public bulk APIs only, and compared with what the
 * reporting service answers. All people and organisations in it are synthetic.
 */
package org.jiceng.stack.sample;
