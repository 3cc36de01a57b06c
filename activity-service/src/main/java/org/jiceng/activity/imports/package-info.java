/** How files are staged. */
package org.jiceng.activity.imports;
