/** How files about people are staged. */
package org.jiceng.member.imports;
