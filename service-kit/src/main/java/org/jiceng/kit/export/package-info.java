/** Bulk files that leave a service, of any size, in constant memory. */
package org.jiceng.kit.export;
