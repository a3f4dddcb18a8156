import './planning.css';
