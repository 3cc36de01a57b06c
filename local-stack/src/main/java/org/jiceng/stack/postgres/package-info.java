/** A real PostgreSQL from a bundle, with its data kept and safe on disk. */
package org.jiceng.stack.postgres;
