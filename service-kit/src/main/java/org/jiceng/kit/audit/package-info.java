/** Who has read and who has changed what, append-only and chained by hash. */
package org.jiceng.kit.audit;
