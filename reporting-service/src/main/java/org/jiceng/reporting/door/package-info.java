/** How people and machines come in: signing in by the browser, and who one is then. */
package org.jiceng.reporting.door;
