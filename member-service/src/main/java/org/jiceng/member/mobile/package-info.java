/** Mobile members: affiliated elsewhere, hosted here. */
package org.jiceng.member.mobile;
