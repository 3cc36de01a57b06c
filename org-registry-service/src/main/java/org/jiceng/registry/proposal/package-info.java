/** Changes that one office proposes and another, who may make them, accepts or declines. */
package org.jiceng.registry.proposal;
