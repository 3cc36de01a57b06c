/** The registry's small copy of what its neighbours keep with each organisation. */
package org.jiceng.registry.neighbour;
